import type { PageDoor } from '../visit.ts'
import { accounts } from './accounts.tsx'
import { audit } from './audit.tsx'
import { calendarPage } from './calendar.tsx'
import { holder } from './holder.tsx'
import { holders } from './holders.tsx'
import { settings } from './settings.tsx'

/** For whoever runs the system and whoever watches over it; neither decides a dossier. */
export const adminDoors: readonly PageDoor[] = [
  { ...accounts, may: 'see-officers' },
  { ...holders, may: 'help-holders' },
  { ...holder, may: 'help-holders' },
  { ...settings, may: 'see-settings' },
  { ...calendarPage, may: 'see-calendar' },
  { ...audit, may: 'read-audit' },
]
