import { isLanguage } from '../../words/index.ts'
import { type PageDoor, setLanguage } from '../visit.ts'
import { localPath } from './local-path.ts'
import { notFound } from './show.tsx'

/** Chooses the language and goes back to where one was, inside this house only. */
export const language: PageDoor = {
  path: '/ngon-ngu/:language',
  for: 'anyone',
  get: async (visit) => {
    const chosen = visit.params['language']
    if (!isLanguage(chosen)) return notFound(visit)
    setLanguage(visit, chosen)
    return { redirect: localPath(visit.query['ve']) ?? '/' }
  },
}
