namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Labels between rows that were read together and that no row had any more: it was changed or deleted before. An older transaction may still see those rows.</summary>
/// <param name="After">The label before them.</param>
/// <param name="UpTo">The last of them.</param>
/// <param name="LastHandedOut">The last label handed out when the rows were read: a transaction that sees a later one is newer, and sees no row in the gap.</param>
internal readonly record struct LabelGap(long After, long UpTo, long LastHandedOut);
