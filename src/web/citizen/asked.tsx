import { type AskedFor, type Dossier, type Reader, requestsOf } from '../../dossiers/index.ts'
import type { Language, Words } from '../../words/index.ts'
import { short } from './paper-section.tsx'
import { tellerOf, Vietnamese } from '../public/show.tsx'
import { DateTime, DayText } from '../ui/index.ts'

const words = {
  guidance: { vi: 'Lời hướng dẫn', en: 'Guidance' },
  by: { vi: '{unit} yêu cầu lúc', en: '{unit} asked for this on' },
  before: { vi: 'Bổ sung trước', en: 'Answer by' },
  slip: { vi: 'Xem phiếu của cơ quan (PDF)', en: 'See the letter (PDF)' },
} as const satisfies Record<string, Words>

/** What the applicant was asked for and has not answered yet. */
export async function openRequest(at: Reader, dossier: Dossier): Promise<AskedFor | undefined> {
  return (await requestsOf(at, dossier)).findLast(({ answeredAt }) => answeredAt === null)
}

/** The papers a request demands, each with the officer's reason, also one that is otherwise only shown. */
export function demandedBy(request: AskedFor | undefined): Map<string, string> {
  const failed = request?.components.filter(({ verdict }) => verdict === 'fail') ?? []
  return new Map(failed.map(({ component, reason }) => [component, reason ?? '']))
}

/** What must be mended, paper by paper, each with the officer's reason; then the guidance and the letter. */
export function Asked({ request, language }: { request: AskedFor; language: Language }) {
  const t = tellerOf(language)
  const { components, guidance, at, unit, file, respondBy } = request
  return (
    <>
      <ul class="prose">
        {components
          .filter(({ verdict }) => verdict === 'fail')
          .map(({ name, reason }) => (
            <li>
              <Vietnamese language={language}>
                <strong>{short(name)}</strong>
                {reason && `: ${reason}`}
              </Vietnamese>
            </li>
          ))}
      </ul>
      {guidance && (
        <p class="prose">
          {t(words.guidance)}: <Vietnamese language={language}>{guidance}</Vietnamese>
        </p>
      )}
      <p class="small muted">
        {t(words.by, { unit: unit ?? '' })} <DateTime at={at} language={language} />
        {respondBy && (
          <>
            . {t(words.before)} <DayText day={respondBy} language={language} />
          </>
        )}
      </p>
      {file && (
        <p>
          <a href={`/tep/${file}`}>{t(words.slip)}</a>
        </p>
      )}
    </>
  )
}
