/**
 * Hides the questions that the other answers do not call for. Without it they stay, and each says when to answer it; what is typed
 * into a question that is not called for is left out by the server either way.
 */
const hanging = [...document.querySelectorAll('[data-when]')]

function answerOf(name) {
  const controls = [...document.getElementsByName(name)]
  const [first] = controls
  if (!first || first.closest('[data-when][hidden]')) return undefined
  if (first.type === 'radio') return controls.find((control) => control.checked)?.value
  return first.type === 'checkbox' ? String(first.checked) : first.value
}

function refresh() {
  for (const part of hanging) part.hidden = !JSON.parse(part.dataset.equals).includes(answerOf(part.dataset.when))
  // A heading over nothing is hidden with its questions.
  for (const section of document.querySelectorAll('section.form-section')) {
    const questions = [...section.children].filter((child) => !/^(H[23]|P)$/.test(child.tagName))
    section.hidden = questions.length > 0 && questions.every((child) => child.hidden)
  }
}

// Where the questions come and go by themselves nobody needs to be told when to answer them.
for (const note of document.querySelectorAll('[data-told]')) note.hidden = true
document.addEventListener('change', refresh)
refresh()
