import { trainHearing } from './hearing/train';

/** npm run train:commands: trains what hears names and intents, and writes it. The same utterances give the same file. */
trainHearing();
