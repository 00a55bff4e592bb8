using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The line above what a handler's vectors run.</summary>
internal static class VectorComment
{
    public static string Of(HandlerModel handler, VectorRangeModel range)
    {
        string vectors = range.Count == 1
            ? $"vector {Literals.Number(range.First)}"
            : $"vectors {Literals.Number(range.First)} to {Literals.Number((int)range.Last)}";
        return range.Thread.Length == 0
            ? $"// {handler.Name}, {vectors}"
            : $"// {handler.Name}, {vectors}, thread {Literals.Text(range.Thread)}";
    }
}
