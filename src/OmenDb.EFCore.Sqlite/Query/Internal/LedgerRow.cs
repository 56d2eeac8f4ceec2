namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of a ledger. All its columns are shadow properties: what EF Core's proxies have nothing to override in. Named in compiled models, and open to proxies.</summary>
public class LedgerRow : NeverChanged;
