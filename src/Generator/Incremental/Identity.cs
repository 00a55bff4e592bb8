using System.Runtime.CompilerServices;

namespace TopHalf.Generator;

/// <summary>
/// Stands for an object in comparisons by reference without keeping it alive: a reference to another project holds that
/// project's compilation.
/// </summary>
internal static class Identity
{
    private static readonly ConditionalWeakTable<object, object> Known = new();

    public static object Of(object value) => Known.GetValue(value, static _ => new object());
}
