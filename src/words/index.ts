export type { Gaps, Language, Words } from './language.ts'
export { isLanguage, languages, otherLanguage, say } from './language.ts'
export { ui } from './ui.ts'
export { audienceWords, legalStatusWords, levelWords, onlineLevelWords, returnWords, sourceWords } from './catalogue.ts'
export { calendarProblemWords, dayKindWords } from './calendar.ts'
export {
  actWords,
  channelWords,
  eventWords,
  faultWords,
  lateCauseWords,
  nationalStateWords,
  stateWords,
  wordsOfState,
} from './dossiers.ts'
export { dutyWords } from './duties.ts'
export { type StateNames, stateNames } from './state-names.ts'
export { capital, sessionsWords, weekdays, weekRows } from './hours.ts'
export { codeWords, settingValue } from './setting-value.ts'
export { type Refusal, refusalText, refusalWords } from './refusals.ts'
