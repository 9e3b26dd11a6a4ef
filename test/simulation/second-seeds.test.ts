import { keepsEveryPromise } from './seeds';

keepsEveryPromise({ from: 101, to: 200 });
