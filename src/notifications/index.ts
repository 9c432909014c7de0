export type { Message } from './store.ts'
export { markRead, messagesOf, notify, unreadCount } from './store.ts'
export { templates, type Template } from './templates.ts'
export { sendEmail } from './channels/email.ts'
