// The bot itself, as `npm run serve` runs it, on a clock that the drill sets, and dying where it says.
import './moved-date';
import './falls';
import '../../src/index';
