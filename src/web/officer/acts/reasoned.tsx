import type { ComponentChildren } from 'preact'
import { say, type Words } from '../../../words/index.ts'
import { problemOf, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import type { Acting, Read } from './screen.ts'
import { value } from './screen.ts'

const words = {
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'In trên văn bản gửi người nộp. Nêu việc cụ thể, viết cho người nộp đọc.',
    en: 'Printed on the paper the applicant gets. Be concrete and write for the applicant.',
  },
  needReason: {
    vi: 'Ghi lý do để người nộp hiểu và làm theo được',
    en: 'Give the reason, so that the applicant can act on it',
  },
  basis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  basisHint: { vi: 'Điều, khoản của văn bản quy định.', en: 'Article and clause.' },
  needBasis: { vi: 'Ghi căn cứ pháp lý', en: 'Give the legal basis' },
} as const satisfies Record<string, Words>

/** Reason and legal basis: what every no to an applicant must say. The basis is that of the procedure until somebody says it better. */
export function reasonedFields(acting: Acting, hint: Words = words.reasonHint): ComponentChildren {
  const { definition, problems, visit } = acting
  const { language } = visit
  return (
    <>
      <TextArea
        language={language}
        name="reason"
        label={say(words.reason, language)}
        hint={say(hint, language)}
        value={value(acting, 'reason')}
        maxlength={2000}
        {...errorOf(problemOf(problems, 'reason'))}
      />
      <TextArea
        language={language}
        name="basis"
        label={say(words.basis, language)}
        hint={say(words.basisHint, language)}
        value={value(acting, 'basis', definition.legalBasis.map(({ number }) => number).join('; '))}
        rows={3}
        maxlength={2000}
        {...errorOf(problemOf(problems, 'basis'))}
      />
    </>
  )
}

export function readReasoned(acting: Acting): Read {
  const { language } = acting.visit
  const [reason, basis] = [value(acting, 'reason').trim(), value(acting, 'basis').trim()]
  const problems = [
    ...(reason ? [] : [{ field: 'reason', message: say(words.needReason, language) }]),
    ...(basis ? [] : [{ field: 'basis', message: say(words.needBasis, language) }]),
  ]
  return problems.length > 0 ? { problems } : { body: { reason, basis } }
}
