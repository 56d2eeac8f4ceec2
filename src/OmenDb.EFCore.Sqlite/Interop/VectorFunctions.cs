using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>The SQL functions <c>omen_cosine</c>, <c>omen_euclidean</c>, <c>omen_inner_product</c>, <c>omen_float32</c>, <c>omen_is_sound</c>, <c>omen_limit</c>, <c>omen_kept</c>, <c>omen_keep</c>, <c>omen_label</c>, and the aggregate <c>omen_rowset</c>.</summary>
/// <remarks>
/// Safe because SQLite's values live as long as the call that they are passed to, and the aggregate's builder is reached only through a GCHandle that
/// SQLite zero-initialises, hands back for the same group, and finalises exactly once. A connection's session is freed by SQLite with the function. No exception crosses into native code.
/// </remarks>
internal static unsafe class VectorFunctions
{
    public const string Rowset = "omen_rowset";
    public const string Kept = "omen_kept";
    public const string Keep = "omen_keep";
    public const string Label = "omen_label";
    public const string Widen = "omen_float32";
    public const string IsSound = "omen_is_sound";
    public const string Limit = "omen_limit";

    public static string Distance(VectorMetric metric) => metric switch
    {
        VectorMetric.Cosine => "omen_cosine",
        VectorMetric.Euclidean => "omen_euclidean",
        VectorMetric.InnerProduct => "omen_inner_product",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };

    public static void Register(nint connection, NearestSession session)
    {
        foreach (var metric in Enum.GetValues<VectorMetric>())
            Create(connection, Distance(metric), 2, (nint)metric, &Distance, null, null);
        Create(connection, Widen, 1, 0, &ToFloats, null, null);
        Create(connection, IsSound, 3, 0, &Sound, null, null);
        Create(connection, Limit, 1, 0, &AtLeastOne, null, null);
        Create(connection, Rowset, 1, 0, null, &RowsetStep, &RowsetFinal);
        Create(connection, Rowset, 2, 0, null, &RowsetStep, &RowsetFinal);
        Create(connection, Label, 2, GCHandle.ToIntPtr(GCHandle.Alloc(session)), &FindLabel, null, null, SqliteNative.Innocuous, &FreeHandle);
        Create(connection, Kept, -1, GCHandle.ToIntPtr(GCHandle.Alloc(session)), &FindKept, null, null, SqliteNative.Innocuous, &FreeHandle);
        Create(connection, Keep, -1, GCHandle.ToIntPtr(GCHandle.Alloc(session)), &KeepLabels, null, null, SqliteNative.Innocuous, &FreeHandle);
    }

    private static void Create(
        nint connection, string name, int arguments, nint userData,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> function,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> step,
        delegate* unmanaged[Cdecl]<nint, void> final,
        int flags = SqliteNative.Deterministic | SqliteNative.Innocuous,
        delegate* unmanaged[Cdecl]<nint, void> destroy = null)
    {
        fixed (byte* utf8 = Encoding.UTF8.GetBytes(name + "\0"))
        {
            var code = SqliteNative.CreateFunction(
                connection, utf8, arguments, SqliteNative.Utf8 | flags, userData, function, step, final, destroy);
            if (code != SqliteNative.Ok)
                throw new InvalidOperationException($"SQLite refused the function {name}: error {code}.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Distance(nint context, int count, nint* arguments)
    {
        try
        {
            if (SqliteNative.ValueType(arguments[0]) == SqliteNative.TypeNull || SqliteNative.ValueType(arguments[1]) == SqliteNative.TypeNull)
            {
                SqliteNative.ResultNull(context);
                return;
            }

            var distance = ExactDistance.Compute((VectorMetric)SqliteNative.UserData(context), Vector(arguments[0]), Vector(arguments[1]));
            SqliteNative.ResultDouble(context, distance);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ToFloats(nint context, int count, nint* arguments)
    {
        try
        {
            if (SqliteNative.ValueType(arguments[0]) == SqliteNative.TypeNull)
            {
                SqliteNative.ResultNull(context);
                return;
            }

            var halves = Elements<Half>(arguments[0]);
            var floats = new float[halves.Length];
            TensorPrimitives.ConvertToSingle(halves, floats);
            fixed (float* bytes = floats)
                SqliteNative.ResultBlob(context, (byte*)bytes, floats.Length * sizeof(float), SqliteNative.Transient);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    // Whether a value is a vector of so many elements of so many bits that can be compared by cosine.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Sound(nint context, int count, nint* arguments)
    {
        try
        {
            SqliteNative.ResultInt64(context, IsVector(arguments[0], SqliteNative.ValueInt64(arguments[1]), SqliteNative.ValueInt64(arguments[2])) ? 1 : 0);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    // How many rows a search gives, refused below one: as a limit, 0 gives none, and less gives all.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AtLeastOne(nint context, int count, nint* arguments)
    {
        try
        {
            SqliteNative.ResultInt64(context, NearestArguments.AtLeastOne(SqliteNative.ValueInt64(arguments[0])));
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    private static bool IsVector(nint value, long dimensions, long bits)
    {
        if (SqliteNative.ValueType(value) != SqliteNative.TypeBlob)
            return false;
        var blob = SqliteNative.ValueBlob(value);
        var bytes = SqliteNative.ValueBytes(value);
        if (bytes % (bits / 8) != 0 || (dimensions > 0 && bytes != dimensions * (bits / 8)))
            return false;
        if (bits == 32)
            return VectorGuard.Problem(new ReadOnlySpan<float>(blob, bytes / sizeof(float)), bytes / sizeof(float), VectorMetric.Cosine) is null;
        var halves = new ReadOnlySpan<Half>(blob, bytes / 2);
        return TensorPrimitives.IsFiniteAll(halves) && TensorPrimitives.SumOfMagnitudes(halves) != Half.Zero;
    }

    private static ReadOnlySpan<float> Vector(nint value) => Elements<float>(value);

    private static ReadOnlySpan<T> Elements<T>(nint value)
        where T : unmanaged
    {
        if (SqliteNative.ValueType(value) != SqliteNative.TypeBlob)
            throw new ArgumentException($"a vector is a BLOB of {8 * sizeof(T)}-bit floats");
        var blob = SqliteNative.ValueBlob(value); // before its length: asking for the blob may convert the value
        var bytes = SqliteNative.ValueBytes(value);
        if (bytes % sizeof(T) != 0)
            throw new ArgumentException($"a vector is a BLOB of {8 * sizeof(T)}-bit floats, and {bytes} bytes are no multiple of {sizeof(T)}");
        return new ReadOnlySpan<T>(blob, bytes / sizeof(T));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RowsetStep(nint context, int count, nint* arguments)
    {
        try
        {
            var slot = (nint*)SqliteNative.AggregateContext(context, sizeof(nint));
            if (slot == null || SqliteNative.ValueType(arguments[0]) == SqliteNative.TypeNull)
                return;
            if (*slot == 0)
                *slot = GCHandle.ToIntPtr(GCHandle.Alloc(new LabelSetBuilder(count > 1 ? Marshal.PtrToStringUTF8((nint)SqliteNative.ValueText(arguments[1])) : null)));
            ((LabelSetBuilder)GCHandle.FromIntPtr(*slot).Target!).Add(SqliteNative.ValueInt64(arguments[0]));
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RowsetFinal(nint context)
    {
        var slot = (nint*)SqliteNative.AggregateContext(context, 0);
        if (slot == null || *slot == 0)
        {
            fixed (byte* empty = "\0"u8)
                SqliteNative.ResultBlob(context, empty, 0, SqliteNative.Transient);
            return;
        }

        var handle = GCHandle.FromIntPtr(*slot);
        try
        {
            var labels = ((LabelSetBuilder)handle.Target!).ToBytes();
            fixed (byte* bytes = labels)
                SqliteNative.ResultBlob(context, bytes, labels.Length, SqliteNative.Transient);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
        finally
        {
            handle.Free();
        }
    }

    // The label of a key, where it is known; else NULL, and SQL looks it up.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FindLabel(nint context, int count, nint* arguments)
    {
        try
        {
            if (SqliteNative.ValueType(arguments[1]) == SqliteNative.TypeInteger && Lookup(context, arguments[0]).TryFind(SqliteNative.ValueInt64(arguments[1]), out var label))
                SqliteNative.ResultInt64(context, label);
            else
                SqliteNative.ResultNull(context);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    // SQLite keeps it with the argument, the index's name, as long as the statement runs.
    private static KeyLookup Lookup(nint context, nint index)
    {
        if (SqliteNative.GetAuxiliary(context, 0) is not 0 and var kept)
            return (KeyLookup)GCHandle.FromIntPtr(kept).Target!;
        var lookup = Session(context).LookUp(Marshal.PtrToStringUTF8((nint)SqliteNative.ValueText(index)) ?? "");
        SqliteNative.SetAuxiliary(context, 0, GCHandle.ToIntPtr(GCHandle.Alloc(lookup)), &EndLookup);
        return lookup;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void EndLookup(nint handle)
    {
        var lookup = GCHandle.FromIntPtr(handle);
        try
        {
            ((KeyLookup)lookup.Target!).End();
        }
        catch (Exception)
        {
            // The statement has ended: there is none left that could fail.
        }
        finally
        {
            lookup.Free();
        }
    }

    // The number of the labels that are kept for a filter and its values, or NULL.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FindKept(nint context, int count, nint* arguments)
    {
        try
        {
            var session = Session(context);
            if (session.Filters.Find(Elements<byte>(arguments[0]), session.KeyOf(new ReadOnlySpan<nint>(arguments, count))) is not 0 and var number)
                SqliteNative.ResultInt64(context, RowsArgument.Kept(number));
            else
                SqliteNative.ResultNull(context);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    // Keeps the labels of a filter and its values, and returns their number, or else the labels.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void KeepLabels(nint context, int count, nint* arguments)
    {
        try
        {
            var session = Session(context);
            if (SqliteNative.ValueType(arguments[0]) == SqliteNative.TypeBlob
                && session.Filters.Keep(Elements<byte>(arguments[1]), session.KeyOf(new ReadOnlySpan<nint>(arguments + 1, count - 1)), Elements<byte>(arguments[0])) is not 0 and var number)
                SqliteNative.ResultInt64(context, RowsArgument.Kept(number));
            else
                SqliteNative.ResultValue(context, arguments[0]);
        }
        catch (Exception e)
        {
            Fail(context, e);
        }
    }

    private static NearestSession Session(nint context) => (NearestSession)GCHandle.FromIntPtr(SqliteNative.UserData(context)).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void FreeHandle(nint handle) => GCHandle.FromIntPtr(handle).Free();

    private static void Fail(nint context, Exception e)
    {
        var message = Encoding.UTF8.GetBytes("OmenDb: " + e.Message);
        fixed (byte* utf8 = message)
            SqliteNative.ResultError(context, utf8, message.Length);
    }
}
