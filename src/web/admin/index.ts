import type { PageDoor } from '../visit.ts'
import { accounts } from './accounts.tsx'
import { assignmentPaper, assignmentsPage } from './assignments.tsx'
import { audit, evidence } from './audit.tsx'
import { calendarPage } from './calendar.tsx'
import { delegationsPage } from './delegations.tsx'
import { organisationsPage } from './organisations.tsx'
import { settings } from './settings.tsx'

/** For whoever runs the system and whoever watches over it; neither decides a dossier. */
export const adminDoors: readonly PageDoor[] = [
  accounts,
  settings,
  calendarPage,
  organisationsPage,
  delegationsPage,
  assignmentsPage,
  assignmentPaper,
  audit,
  evidence,
]
