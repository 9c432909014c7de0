import type { PageDoor } from '../visit.ts'
import { activity, dossierAccesses } from './accesses.tsx'
import { check } from './check.tsx'
import { confirm } from './confirm.tsx'
import { consents } from './consents.tsx'
import { dossier } from './dossier.tsx'
import { dossiers } from './dossiers.tsx'
import { paper } from './file.ts'
import { formPage } from './form-page.tsx'
import { messages } from './messages.tsx'
import { papers } from './papers.tsx'
import { record } from './record.tsx'
import { returnWay } from './return-way.tsx'
import { start } from './start.tsx'
import { submitted } from './submitted.tsx'
import { tasks } from './tasks.tsx'
import { withdraw } from './withdraw.tsx'

/** From the first question to the result in one's record, in the order a citizen walks. */
export const citizenDoors: readonly PageDoor[] = [
  start,
  tasks,
  formPage,
  papers,
  returnWay,
  check,
  submitted,
  dossiers,
  dossier,
  confirm,
  dossierAccesses,
  withdraw,
  paper,
  record,
  messages,
  activity,
  consents,
]
