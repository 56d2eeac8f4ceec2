namespace ApiSearch.Ingestion;

public enum IngestionPhase
{
    Starting,
    Reading,
    Learning,
    Storing,
    Ready,
    Failed,
}
