import type { PageDoor } from '../visit.ts'
import { accountRequestsDesk } from './account-requests.tsx'
import { accounts } from './accounts.tsx'
import { assignmentPaper, assignmentsPage } from './assignments.tsx'
import { audit, evidence } from './audit.tsx'
import { calendarPage } from './calendar.tsx'
import { delegationsPage } from './delegations.tsx'
import { newOfficer } from './new-officer.tsx'
import { organisationsPage } from './organisations.tsx'
import { devicePage, deviceSlip } from './device.tsx'
import { devicesPage } from './devices.tsx'
import { fieldsPage } from './fields.tsx'
import { principlesPage } from './principles.tsx'
import { requestsPage } from './requests.tsx'
import { newUnitPage } from './unit-new.tsx'
import { unitPage } from './unit.tsx'
import { holder } from './holder.tsx'
import { holders } from './holders.tsx'
import { alertPage } from './safety-alert.tsx'
import { caseExtract, casePage } from './safety-case.tsx'
import { casesPage } from './safety-cases.tsx'
import { contactsPage } from './safety-contacts.tsx'
import { quarantinePage } from './safety-quarantine.tsx'
import { safetyPage } from './safety.tsx'
import { setting } from './setting.tsx'
import { settings } from './settings.tsx'
import { versionsPage } from './versions.tsx'
import { termsAdmin } from './terms.tsx'

/** For whoever runs the system and whoever watches over it; neither decides a dossier. */
export const adminDoors: readonly PageDoor[] = [
  accounts,
  holders,
  holder,
  newOfficer,
  accountRequestsDesk,
  termsAdmin,
  settings,
  setting,
  calendarPage,
  versionsPage,
  organisationsPage,
  newUnitPage,
  unitPage,
  requestsPage,
  devicesPage,
  devicePage,
  deviceSlip,
  fieldsPage,
  principlesPage,
  delegationsPage,
  assignmentsPage,
  assignmentPaper,
  safetyPage,
  casesPage,
  quarantinePage,
  contactsPage,
  alertPage,
  casePage,
  caseExtract,
  audit,
  evidence,
]
