import { idleMinutes } from '../../accounts/index.ts'
import { say, type Words } from '../../words/index.ts'
import { show } from '../public/show.tsx'
import { asset, Heading, Notice } from '../ui/index.ts'
import type { PageDoor, Visit } from '../visit.ts'

const words = {
  title: { vi: 'Bạn sắp được đăng xuất vì không thao tác', en: 'You are about to be signed out' },
  text: { vi: 'Còn khoảng 2 phút. Bấm nút để làm tiếp.', en: 'In about two minutes. Press the button to go on.' },
  still: { vi: 'Bạn vẫn đang đăng nhập', en: 'You are still signed in' },
  stay: { vi: 'Tiếp tục làm việc', en: 'Go on working' },
} as const satisfies Record<string, Words>

const path = '/con-lam-viec'

/** Keeps a session open for whoever is still there, and says so. */
export const stillHere: PageDoor = {
  path,
  for: 'signed-in',
  get: async (visit) => {
    const title = say(words.still, visit.language)
    return show(visit, { title, search: false }, <Heading>{title}</Heading>)
  },
}

/** The warning before a session ends that nobody uses; hidden until then. */
export async function idleWarning({ house, language, now, viewer }: Visit) {
  if (!viewer) return null
  return (
    <>
      <div
        data-idle={await idleMinutes(house.db, now)}
        data-stay={path}
        role="alertdialog"
        aria-label={say(words.title, language)}
        hidden
      >
        <Notice tone="important" title={say(words.title, language)}>
          <p>{say(words.text, language)}</p>
          <p>
            <button type="button" class="button">
              {say(words.stay, language)}
            </button>
          </p>
        </Notice>
      </div>
      <script type="module" src={asset('idle.js').url} />
    </>
  )
}
