using System.Text;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>
/// The kernel's modules as files, and the order in which they must be loaded. The order is read from the modules themselves,
/// because the list that depmod makes does not exist before a kernel is installed.
/// </summary>
public sealed class KernelModules
{
    private readonly Dictionary<string, string> _files = [];

    /// <param name="folder">Searched with everything below it.</param>
    public KernelModules(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.ko", SearchOption.AllDirectories))
        {
            _files[NameOf(file)] = file;
        }
    }

    /// <summary>The files of the modules and of all that they depend on, each once, dependencies first.</summary>
    /// <exception cref="FileNotFoundException">A module is not there.</exception>
    public IReadOnlyList<string> InLoadOrder(params string[] modules)
    {
        List<string> order = [];
        HashSet<string> seen = [];
        foreach (string module in modules)
        {
            Visit(module);
        }

        return order;

        void Visit(string module)
        {
            if (!seen.Add(module))
            {
                return;
            }

            string file = _files.TryGetValue(module, out string? found)
                ? found
                : throw new FileNotFoundException($"the kernel has no module {module}");
            foreach (string dependency in DependenciesOf(File.ReadAllBytes(file)))
            {
                Visit(dependency);
            }

            order.Add(file);
        }
    }

    /// <summary>The value of a module's <c>depends=</c>, one of the NUL-terminated strings in its section .modinfo.</summary>
    internal static string[] DependenciesOf(ReadOnlySpan<byte> module)
    {
        ReadOnlySpan<byte> key = "\0depends="u8;
        int start = module.IndexOf(key);
        if (start < 0)
        {
            return [];
        }

        ReadOnlySpan<byte> value = module[(start + key.Length)..];
        value = value[..value.IndexOf((byte)0)];
        return Encoding.ASCII.GetString(value).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Normalize).ToArray();
    }

    private static string NameOf(string file) => Normalize(Path.GetFileNameWithoutExtension(file));

    // The kernel takes both characters for the same; file names use either.
    private static string Normalize(string name) => name.Replace('-', '_');
}
