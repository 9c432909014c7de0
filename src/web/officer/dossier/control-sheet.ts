import { controlSheetOf } from '../../../dossiers/index.ts'
import { missing, officerDoor } from '../page.tsx'
import { madePdf } from '../preview.ts'
import { openDossier } from './open.ts'

export const controlSheetPart = 'phieu-kiem-soat'

/** Form 06 of one dossier: who gave it to whom, when, and whether in time; made when it is asked for. */
export const controlSheet = officerDoor(`/viec/ho-so/:id/${controlSheetPart}`, {
  may: 'by-reach',
  get: async (visit) => {
    const opened = await openDossier(visit, 'control-sheet')
    if (!opened?.dossier.reference) return missing(visit)
    return madePdf(await controlSheetOf(opened.at, opened.dossier, visit.house.config.url))
  },
})
