namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Labels between rows that were read together, which no row had at that moment: changed or deleted before it. An older transaction may still see their rows.</summary>
/// <param name="After">The label before them.</param>
/// <param name="UpTo">The last of them.</param>
/// <param name="LastHandedOut">The last label handed out when they were read: a transaction that sees a row past it is newer, and sees nothing here.</param>
internal readonly record struct LabelGap(long After, long UpTo, long LastHandedOut);
