import { countReport } from '../records/count-report';
import type { Reply } from '../turn';
import { reportView } from '../views/report/report';
import { say, zoneOf } from './here';
import type { Here } from './here';

export async function sayReport(here: Here): Promise<Reply> {
  return say(reportView(await countReport(here.ports, zoneOf(here)), here.speech));
}
