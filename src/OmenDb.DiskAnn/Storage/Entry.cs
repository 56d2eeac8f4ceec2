namespace OmenDb.DiskAnn.Storage;

/// <summary>A label, the node that has it, and the entry after it in that node's ring.</summary>
internal struct Entry
{
    public long Label;
    public int Node;
    public int Next;
    public bool IsRemoved;
}
