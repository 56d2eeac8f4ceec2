namespace OmenDb.Crash.Tests.Work;

/// <summary>Something an application does to its database. Each is one transaction at most.</summary>
internal enum OperationKind
{
    Insert,
    Update,
    Delete,
    ExecuteUpdate,
    ExecuteDelete,
    AddBatch,
    RolledBack,
    Savepoint,
    Replace,
    Rekey,
    Flush,
    Rebuild,
    Migrate,
}
