import { fileHeaders } from '../../api/index.ts'
import { openFile } from '../../documents/index.ts'
import { fileWithinReach } from '../../dossiers/index.ts'
import { isId } from '../../ground/uuid.ts'
import { notFound } from '../public/show.tsx'
import { type PageDoor, readerOf, type SignedVisit } from '../visit.ts'

/** A paper, for whoever may see it: its owner, whoever reaches its dossier, in whose record it lies. */
export const paper: PageDoor = {
  path: '/tep/:id',
  for: 'signed-in',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { house, params } = visit
    const id = params['id'] ?? ''
    const file = isId(id) ? await fileWithinReach(readerOf(visit), id) : undefined
    if (!file) return notFound(visit)
    return { headers: fileHeaders(file), body: await openFile(house.db, house.vault, file.id) }
  },
}
