import type { ProposedPost } from '../../organisations/index.ts'
import { isRole, roles } from '../../organisations/law/index.ts'
import { say, type Words } from '../../words/index.ts'
import { Button, Buttons, DataTable, DateTime, Form, Section } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Vị trí chờ người thứ hai giao', en: 'Posts that wait for a second person' },
  who: { vi: 'Cán bộ', en: 'Officer' },
  post: { vi: 'Vị trí, văn bản', en: 'Post, paper' },
  by: { vi: 'Người đề xuất', en: 'Proposed by' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  give: { vi: 'Giao', en: 'Give' },
  drop: { vi: 'Bỏ đề xuất', en: 'Drop' },
} as const satisfies Record<string, Words>

/** What one administrator proposed: another gives it, anyone who may give posts drops it. */
export function Proposed({
  visit,
  posts,
  action,
}: {
  visit: SignedVisit
  posts: readonly ProposedPost[]
  action: string
}) {
  const { language, csrf, viewer } = visit
  const title = say(words.title, language)
  const answer = ({ id, account, proposedBy, officer }: ProposedPost) => (
    <Form action={action} csrf={csrf} hidden={{ 'de-xuat': id }}>
      <Buttons>
        {proposedBy !== viewer.id && account !== viewer.id && (
          <Button kind="quiet" name="viec" value="giao-that">
            {say(words.give, language)}
            <span class="hidden"> {officer}</span>
          </Button>
        )}
        <Button kind="quiet" name="viec" value="bo">
          {say(words.drop, language)}
          <span class="hidden"> {officer}</span>
        </Button>
      </Buttons>
    </Form>
  )
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={posts}
        columns={[
          {
            label: say(words.who, language),
            names: true,
            cell: ({ officer, username }) => (
              <>
                {officer}
                <p class="small">{username}</p>
              </>
            ),
          },
          {
            label: say(words.post, language),
            cell: ({ role, title: called, decision }) => (
              <>
                {called} ({isRole(role) ? say(roles[role], language) : role})<p class="small">{decision}</p>
              </>
            ),
          },
          {
            label: say(words.by, language),
            cell: ({ proposer, proposedAt }) => (
              <>
                {proposer}
                <p class="small">
                  <DateTime at={proposedAt} language={language} />
                </p>
              </>
            ),
          },
          { label: say(words.answer, language), cell: answer },
        ]}
      />
    </Section>
  )
}
