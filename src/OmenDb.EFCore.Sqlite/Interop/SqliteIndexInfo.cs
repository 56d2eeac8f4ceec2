using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary><c>sqlite3_index_info</c>: how SQLite asks a virtual table what a plan would cost.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteIndexInfo
{
    public int ConstraintCount;
    public Constraint* Constraints;
    public int OrderByCount;
    public OrderBy* OrderBys;
    public Usage* Usages;
    public int IndexNumber;
    public byte* IndexText;
    public int NeedToFreeIndexText;
    public int OrderByConsumed;
    public double EstimatedCost;
    public long EstimatedRows;

    public struct Constraint
    {
        public int Column;
        public byte Operator;
        public byte Usable;
        public int TermOffset;
    }

    public struct OrderBy
    {
        public int Column;
        public byte Descending;
    }

    public struct Usage
    {
        public int ArgumentIndex;
        public byte Omit;
    }
}
