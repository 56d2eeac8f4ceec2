namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Tasks for the pool that whoever waits for them runs itself where the pool has not begun them. The pool's own scheduler waits for one of its threads then, when it was not asked by one,
/// and all of them may be waiting for what the asker holds.
/// </summary>
internal sealed class WaitingScheduler : TaskScheduler
{
    public static readonly WaitingScheduler Instance = new();

    protected override void QueueTask(Task task)
        => ThreadPool.UnsafeQueueUserWorkItem(static queued => Instance.TryExecuteTask(queued), task, preferLocal: true);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
