import { benchStores } from './index';
void benchStores(process.argv.slice(2));
