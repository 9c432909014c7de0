export * from './law/index.ts'
export { approveSetting, approveSettingBody, dropSetting } from './acts/decide-setting.ts'
export { proposeSetting, proposeSettingBody, readSetting, type SettingProposal } from './acts/propose-setting.ts'
export { choosePolicy, decisionsIn, forgetPolicy, policyFor } from './store.ts'
