/** What the pages beside the queues share with them: the frame of an officer's page and the names of its ways. */
export { address, missing, officerDoor, officerPage } from './page.tsx'
export { errorOf } from './acts/assign.tsx'
export { areaWords } from './queue-words.ts'
