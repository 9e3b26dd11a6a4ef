import { keepsEveryPromise } from './seeds';

keepsEveryPromise({ from: 1, to: 100 });
