import type { PageDoor } from '../visit.ts'
import { accounts } from './accounts.tsx'
import { assignmentPaper, assignmentsPage } from './assignments.tsx'
import { audit, evidence } from './audit.tsx'
import { calendarPage } from './calendar.tsx'
import { delegationsPage } from './delegations.tsx'
import { organisationsPage } from './organisations.tsx'
import { holder } from './holder.tsx'
import { holders } from './holders.tsx'
import { setting } from './setting.tsx'
import { settings } from './settings.tsx'

/** For whoever runs the system and whoever watches over it; neither decides a dossier. */
export const adminDoors: readonly PageDoor[] = [
  { ...accounts, may: 'see-officers' },
  { ...holders, may: 'help-holders' },
  { ...holder, may: 'help-holders' },
  { ...settings, may: 'see-settings' },
  { ...setting, may: 'see-settings' },
  { ...calendarPage, may: 'see-calendar' },
  { ...organisationsPage, may: 'see-organisations' },
  { ...delegationsPage, may: 'lend-posts' },
  { ...assignmentsPage, may: 'see-assignments' },
  { ...assignmentPaper, may: 'see-assignments' },
  { ...audit, may: 'read-audit' },
  { ...evidence, may: 'read-audit' },
]
