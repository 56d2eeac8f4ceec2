namespace OmenDb.Crash.Tests.Killing;

/// <summary>Where the process dies.</summary>
internal enum KillPoint
{
    /// <summary>Whenever: the checking process kills it, some time after it has acknowledged an operation.</summary>
    Anytime,

    /// <summary>Before the snapshot's file is made.</summary>
    BeforeWrite,

    /// <summary>When half of a block of the snapshot is written.</summary>
    MidWrite,

    /// <summary>When the snapshot is written and not flushed to the disk.</summary>
    BeforeFlush,

    /// <summary>When it is flushed and has a temporary name.</summary>
    BeforeRename,

    /// <summary>When it has its name and the folder is not flushed.</summary>
    AfterRename,

    /// <summary>When all is on the disk and the database does not name it.</summary>
    BeforePublish,

    /// <summary>When the database names it, and before anything else is done.</summary>
    AfterPublish,

    /// <summary>Before the snapshot that it replaces is deleted.</summary>
    BeforeDelete,

    /// <summary>After it is deleted.</summary>
    AfterDelete,

    /// <summary>When some of the rows that were read from the ledger are in the graph.</summary>
    MidDrain,

    /// <summary>When some rows are in the new graph.</summary>
    MidRebuild,

    /// <summary>When everything is written and not committed.</summary>
    MidTransaction,

    /// <summary>Between two commands of a migration that builds the table anew.</summary>
    MidMigration,

    /// <summary>At any touch of the index's files; what was not flushed is lost as well.</summary>
    PowerLoss,
}
