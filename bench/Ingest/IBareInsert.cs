namespace OrleansMixi.Ingest;

/// <summary>The limit: the same rows into the same table in batches, without ids to assign and anybody to answer.</summary>
internal interface IBareInsert
{
    /// <summary>Makes the table.</summary>
    Task Prepare();

    /// <summary>Inserts for a time; answers rows per second.</summary>
    Task<double> Write(double seconds);
}
