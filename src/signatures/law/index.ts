export { mayUse } from './certificate.ts'
export { effectOf, type Effect } from './effect.ts'
export { elementNames, fourElements, type Element, type Elements } from './elements.ts'
export { mayIssue, maySign, type Asking, type Paper } from './order.ts'
