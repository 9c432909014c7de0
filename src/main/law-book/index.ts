import { articlesPage } from './articles.ts'
import { casesPage } from './cases.ts'
import { madeBy, page } from './markdown.ts'
import { settingsPage } from './settings.ts'

/** The pages of `docs/law/`, by their path: what the house says of the law, read from its own sources. */
export function lawBook(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/law/README.md', frontPage()],
    ['docs/law/articles.md', articlesPage()],
    ['docs/law/calendar-cases.md', casesPage()],
    ['docs/law/settings.md', settingsPage()],
  ])
}

function frontPage(): string {
  return page(
    madeBy('law --write'),
    '# Luật trong hệ thống / The law in the house',
    'Những trang này được sinh từ mã nguồn và bài kiểm thử, không sửa tay. / These pages are made from the sources and the tests, never by hand.',
    [
      '- [Điều luật, quy tắc, bài kiểm thử](articles.md): từ điều khoản đến quy tắc thực hiện và bài kiểm thử chứng minh / from article to rule to test',
      '- [Các trường hợp tính thời hạn](calendar-cases.md): bảng tính tay để người làm luật đọc / cases worked out by hand, for a jurist to read',
      '- [Cài đặt của tỉnh theo từng văn bản](settings.md): P1–P29 và các tham số, giá trị trong từng bộ và căn cứ / every setting, its value in each preset, its source',
      '- [Yêu cầu và bài kiểm thử](../requirements.md): từng yêu cầu và bài kiểm thử đã chạy đạt / each requirement and the tests that passed',
    ].join('\n'),
    'Sinh lại / make anew: `npm run motcua -- law --write`; sau khi chạy `npm test`: `npm run motcua -- requirements --write`. `--check` cho biết trang nào khác / says which page differs.',
  )
}
