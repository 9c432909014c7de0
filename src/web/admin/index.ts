import type { PageDoor } from '../visit.ts'
import { accounts } from './accounts.tsx'
import { audit } from './audit.tsx'
import { calendarPage } from './calendar.tsx'
import { setting } from './setting.tsx'
import { settings } from './settings.tsx'

/** For whoever runs the system and whoever watches over it; neither decides a dossier. */
export const adminDoors: readonly PageDoor[] = [accounts, settings, setting, calendarPage, audit]
