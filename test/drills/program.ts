// The bot itself, as `npm run serve` runs it, on a clock that the drill sets.
import './moved-date';
import '../../src/index';
