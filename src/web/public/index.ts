import type { PageDoor } from '../visit.ts'
import { accessibility } from './accessibility.tsx'
import { account } from './account.tsx'
import { apologies } from './apologies.tsx'
import { assigned } from './assigned.tsx'
import { contact } from './contact.tsx'
import { counters } from './counters.tsx'
import { gallery } from './gallery.ts'
import { help } from './help.tsx'
import { home } from './home.tsx'
import { language } from './language.ts'
import { loginDoors } from './login.ts'
import { lookup, lookupForm } from './lookup.tsx'
import { myData } from './my-data.tsx'
import { passkeyEntry } from './passkey-entry.tsx'
import { passkeys } from './passkeys.tsx'
import { password } from './password.tsx'
import { procedure } from './procedure.tsx'
import { procedures } from './procedures.tsx'
import { register } from './register.tsx'
import { representations } from './representations.tsx'
import { secondStep } from './second-step.tsx'
import { sessions } from './sessions.tsx'
import { signIn, signOut } from './sign-in.tsx'
import { accountPolicy } from './account-policy.tsx'
import { acceptTermsPage, termsPage } from './terms.tsx'
import { verify, verifyForm } from './verify.tsx'
import { violation } from './violation.tsx'

export { acceptPath } from './terms.tsx'

/** What everyone may open, and the doors of the account itself. */
export const publicDoors: readonly PageDoor[] = [
  home,
  procedures,
  procedure,
  lookupForm,
  lookup,
  verifyForm,
  verify,
  apologies,
  counters,
  assigned,
  help,
  accessibility,
  violation,
  language,
  signIn,
  signOut,
  ...loginDoors,
  passkeyEntry,
  register,
  account,
  contact,
  password,
  secondStep,
  sessions,
  passkeys,
  accountPolicy,
  myData,
  representations,
  termsPage,
  acceptTermsPage,
  ...gallery,
]
