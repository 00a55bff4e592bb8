using System.Reflection;

namespace TopHalf;

/// <summary>
/// Which methods .NET brings compiled: those of its own assemblies that are not generic. They need only be linked, and nothing of a
/// driver is behind them but what it hands to them.
/// </summary>
internal sealed class PlatformCode
{
    private static readonly string? Product = ProductOf(typeof(object).Assembly);

    private readonly Dictionary<Assembly, bool> _assemblies = [];

    public bool Has(MethodBase method)
        => !method.IsGenericMethod && method.DeclaringType is not { IsGenericType: true } && Has(method.Module.Assembly);

    private bool Has(Assembly assembly)
    {
        if (!_assemblies.TryGetValue(assembly, out bool known))
        {
            _assemblies[assembly] = known = Product is not null && ProductOf(assembly) == Product;
        }

        return known;
    }

    private static string? ProductOf(Assembly assembly) => assembly.GetCustomAttribute<AssemblyProductAttribute>()?.Product;
}
