using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Benchmarks.Effects;

/// <summary>
/// A project of 100,000 lines: 500 services as business code has them, 50 rings, parsers and counters that drivers use, and 25 drivers
/// of two handlers each. A handler reaches 20 to 100 methods, in other files, through virtual and interface calls too.
/// </summary>
internal static class Project
{
    public const int Drivers = 25;
    public const int Services = 1160;

    /// <summary>How long the chains below a handler are: the methods that it reaches are that many times three, and more.</summary>
    private const int Parts = 50;

    /// <summary>Parsed anew, as a build does; bound by nobody.</summary>
    public static CSharpCompilation Create() => CSharpCompilation.Create(
        "LargeProject",
        Sources().Select(static s => CSharpSyntaxTree.ParseText(s.Text, path: s.Path)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p) is "TopHalf.dll" || Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(static p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The drivers come first.</summary>
    private static IEnumerable<(string Path, string Text)> Sources()
    {
        IEnumerable<(string, Func<int, string>, int)> kinds = [("Driver", Driver, Drivers), ("Part", Part, Parts), ("Service", Service, Services)];
        return kinds.SelectMany(static kind => Enumerable.Range(0, kind.Item3)
            .Select(i => (string.Create(CultureInfo.InvariantCulture, $"{kind.Item1}{i}.cs"), kind.Item2(i))));
    }

    private static string Driver(int number) => $$"""
        using System;
        using System.Threading;
        using LargeProject.Parts;
        using TopHalf;

        namespace LargeProject.Drivers;

        /// <summary>A driver of two queues.</summary>
        [InterruptDriver(VendorId = 0x1234)]
        public sealed partial class Driver{{number}}(PciDevice device)
        {
            private readonly Bar _registers = device.GetBar(0);
            private readonly Ring{{number}} _received = new(256);
            private readonly Ring{{number + 1}} _sent = new(256);
            private readonly IFilter{{number}} _filter = new Accept{{number}}();
            private long _count;

            [MsiVector(0)]
            private void OnReceive(in Interrupt irq)
            {
                Interlocked.Add(ref _count, irq.Signals);
                uint head = _registers.Read32(0x10);
                for (int budget = 0; budget < 64 && _received.TryTake(head, out Packet packet); budget++)
                {
                    if (_filter.Accepts(packet.Length) && packet.Length < 1500)
                    {
                        _sent.TryPut(packet);
                    }
                }

                _registers.Write32(0x14, head);
            }

            [MsiVector(1)]
            private void OnSent(in Interrupt irq)
            {
                ReadOnlySpan<byte> header = stackalloc byte[4];
                int sum = Checksum{{number}}.Of(header) + Checksum{{number + 1}}.Of(header);
                if (sum > {{number}})
                {
                    _received.TryPut(new Packet(sum, sum));
                }

                Interlocked.Add(ref _count, _sent.Drop((int)irq.Signals));
            }

            public long Count => Volatile.Read(ref _count);
        }

        """;

    // What handlers reach: 34 methods a file, and the file after it.
    private static string Part(int number)
    {
        var text = new StringBuilder($$"""
            using System;

            namespace LargeProject.Parts;

            internal interface IFilter{{number}} { bool Accepts(int length); }

            internal sealed class Accept{{number}} : IFilter{{number}}
            {
                public bool Accepts(int length) => length > Checksum{{number}}.Step0(length);
            }

            internal sealed class Refuse{{number}} : IFilter{{number}}
            {
                public bool Accepts(int length) => length < 0;
            }

            internal abstract class Queue{{number}}
            {
                protected Packet[] Items;
                protected int Head, Tail;
                protected Queue{{number}}(int size) => Items = new Packet[size];
                protected virtual int Next(int at) => (at + 1) & (Items.Length - 1);
                protected bool IsFull => Next(Head) == Tail;
            }

            internal sealed class Ring{{number}}(int size) : Queue{{number}}(size)
            {
                protected override int Next(int at) => at + 1 < Items.Length ? at + 1 : Checksum{{number}}.Step0(0);

                public bool TryPut(Packet packet)
                {
                    if (IsFull)
                    {
                        return false;
                    }

                    Items[Head] = packet;
                    Head = Next(Head);
                    return true;
                }

                public bool TryTake(uint limit, out Packet packet)
                {
                    packet = Items[Tail];
                    if (Tail == Head || packet.Length > limit)
                    {
                        return false;
                    }

                    Tail = Next(Tail);
                    return true;
                }

                public int Drop(int count)
                {
                    int dropped = 0;
                    for (int i = 0; i < count && TryTake(uint.MaxValue, out _); i++)
                    {
                        dropped++;
                    }

                    return dropped;
                }
            }

            internal static class Checksum{{number}}
            {
                public static int Of(ReadOnlySpan<byte> bytes)
                {
                    int sum = 0;
                    foreach (byte b in bytes)
                    {
                        sum += Step0(b);
                    }

                    return sum;
                }

            """);
        for (int i = 0; i < 20; i++)
        {
            string next = i < 19 ? $"Step{i + 1}(sum)" : "sum";
            text.Append(CultureInfo.InvariantCulture, $$"""

                    public static int Step{{i}}(int value)
                    {
                        int sum = value;
                        for (int i = 0; i < {{i + 4}}; i++)
                        {
                            sum = unchecked((sum << 3) ^ (value >> i) ^ Math.Min(sum, {{number}}));
                        }

                        return sum > {{i}} ? {{next}} : sum;
                    }

                """);
        }

        text.Append("}\n");
        return number == 0 ? text + "\ninternal readonly record struct Packet(int Length, int Address);\n" : text.ToString();
    }

    // An ordinary class, which knows other classes, has constants, an interface, fields, properties and methods.
    private static string Service(int number)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.Linq;
            using System.Threading.Tasks;

            namespace LargeProject.Services;

            /// <summary>Keeps orders.</summary>
            public interface IService{{number}} { int Count { get; } Task<string> DescribeAsync(int first); }

            /// <summary>One order.</summary>
            public sealed record Order{{number}}(int Id, string Name, decimal Price);

            public class Service{{number}} : IService{{number}}
            {
                public const int Limit = {{number}} + 1;
                private readonly Dictionary<int, Order{{number}}> _orders = new();

                public event EventHandler<Order{{number}}>? Added;

                public int Count => _orders.Count;

                public async Task<string> DescribeAsync(int first)
                {
                    await Task.Yield();
                    return string.Create(CultureInfo.InvariantCulture, $"{Count} from {first} on: {string.Join(", ", _orders.Values.Select(static o => o.Name))}");
                }

            """);
        for (int i = 0; i < 3; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    /// <summary>Adds an order, and returns what all of them are worth.</summary>
                    [Obsolete("Add{{i}} has no name.")]
                    public decimal Add{{i}}(int id, string name, decimal price)
                    {
                        ArgumentNullException.ThrowIfNull(name);
                        if (_orders.Count > Limit)
                        {
                            throw new InvalidOperationException("Too many: " + _orders.Count);
                        }

                        var order = new Order{{number}}(id, name.Trim(), price);
                        _orders[id] = order;
                        Added?.Invoke(this, order);
                        decimal sum = 0;
                        foreach (Order{{number}} other in _orders.Values.Where(o => o.Id > id).OrderBy(static o => o.Price))
                        {
                            sum += other.Price * {{i}};
                        }

                        return sum;
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
