using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Benchmarks.Keystroke;

/// <summary>A project of 2,000 files, 100 of them drivers with 32 vectors each: 3,200 handlers with two attributes.</summary>
internal static class LargeProject
{
    public const int Files = 2000;
    public const int Drivers = 100;
    public const int Vectors = 32;

    /// <summary>The driver files come first.</summary>
    public static CSharpCompilation Create()
    {
        IEnumerable<SyntaxTree> trees = Enumerable.Range(0, Files).Select(static i => CSharpSyntaxTree.ParseText(
            i < Drivers ? Driver(i) : Other(i), path: $"File{i.ToString(CultureInfo.InvariantCulture)}.cs"));
        return CSharpCompilation.Create(
            "LargeProject",
            trees,
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static p => Path.GetFileName(p) is "TopHalf.dll" || Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
                .Select(static p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string Driver(int number)
    {
        var text = new StringBuilder($$"""
            using System.Threading;
            using TopHalf;

            namespace LargeProject.Drivers;

            [InterruptDriver(VendorId = 0x1234)]
            public sealed partial class Driver{{number}}(PciDevice device)
            {
                private const uint Status = 0x24;
                private readonly Bar _registers = device.GetBar(0);
                private long _count;

                public uint Read() => _registers.Read32(Status);

            """);
        for (int i = 0; i < Vectors; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    [MsiVector({{i}})]
                    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Status, mask: 0x{{1u << i:X}}, value: 0x{{1u << i:X}})]
                    private void OnQueue{{i}}(in Interrupt irq)
                    {
                        Interlocked.Add(ref _count, irq.Signals);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    // An ordinary class, which knows other classes, has constants, a base class, fields, properties and methods.
    private static string Other(int number)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;

            namespace LargeProject.Part{{number % 50}};

            public interface IService{{number}} { int Count { get; } }

            public class Service{{number}} : IService{{number}}
            {
                public const int Limit = {{number}} + 1;
                private readonly List<int> _items = new();

                public int Count => _items.Count;

            """);
        for (int i = 0; i < 10; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    /// <summary>Adds up.</summary>
                    public int Method{{i}}(int first, string second)
                    {
                        int sum = first;
                        foreach (int item in _items)
                        {
                            sum += item * second.Length;
                        }

                        if (sum > Limit)
                        {
                            throw new InvalidOperationException("Too many: " + sum);
                        }

                        _items.Add(sum);
                        return sum;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
