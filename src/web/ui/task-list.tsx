import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'

export type TaskState = 'not-started' | 'in-progress' | 'done' | 'not-yet' | 'problem'

export type Task = {
  /** Starts with a verb: “Khai thông tin người được khai sinh”. */
  readonly name: string
  readonly href: string
  readonly state: TaskState
  readonly hint?: string
}

/** The parts of a long form, in any order. The whole row is the link; a task that cannot start yet is none. */
export function TaskList({ tasks, language }: { tasks: readonly Task[]; language: Language }) {
  return (
    <ul class="task-list">
      {tasks.map((task, index) => (
        <TaskRow task={task} id={`task-${index + 1}`} language={language} />
      ))}
    </ul>
  )
}

function TaskRow({ task, id, language }: { task: Task; id: string; language: Language }) {
  const describedBy = task.hint ? `${id}-hint ${id}-state` : `${id}-state`
  return (
    <li class={`task task-${task.state}`}>
      <div>
        {task.state === 'not-yet' ? (
          <span>{task.name}</span>
        ) : (
          <a href={task.href} aria-describedby={describedBy}>
            {task.name}
          </a>
        )}
        {task.hint && (
          <p class="hint" id={`${id}-hint`}>
            {task.hint}
          </p>
        )}
      </div>
      <span class="task-state" id={`${id}-state`}>
        {say(ui.progress[task.state], language)}
      </span>
    </li>
  )
}
