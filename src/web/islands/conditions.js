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
}

document.addEventListener('change', refresh)
refresh()
