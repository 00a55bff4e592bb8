// Types of another assembly: what is known of them without their code.
// information is not the point
[InterruptDriver]
internal sealed partial class ForeignTypes
{
    private readonly Dictionary<Vendor.Key, int> _byKey = new() { [default] = 1 };
    private readonly Dictionary<Vendor.Tag, int> _byTag = new() { [default] = 1 };
    private readonly Vendor.Safe _safe = new();
    private Vendor.Tag _tag;
    private Vendor.Key _key;
    private object? _kept;
    private int _n;

    [MsiVector(0)]
    private void ConstantsAndFields(in Interrupt irq)
    {
        _n = Vendor.Limits.Size + (int)Vendor.Level.High;
        _tag.Value = irq.Vector;
        _n += _tag.Value;
    }

    [MsiVector(1)]
    private void KeyWithEquality(in Interrupt irq) => _n = _byTag.ContainsKey(_tag) ? 1 : 0;

    [MsiVector(2)]
    private void KeyWithout(in Interrupt irq) => _n = _byKey.ContainsKey(_key) ? 1 : 0; //! TH2017

    [MsiVector(3)]
    private void Boxes(in Interrupt irq) => _kept = _key; //! TH2003

    [MsiVector(4)]
    private void Makes(in Interrupt irq) => _kept = new Vendor.Part(); //! TH2001

    [MsiVector(5)]
    private void Contract(in Interrupt irq) => _n = _safe.Count(irq.Vector);

    [MsiVector(6)]
    private void NoContract(in Interrupt irq) => _n = Vendor.Helper.Count(irq.Vector); //! TH6005

    [MsiVector(7)]
    private void Hashes(in Interrupt irq) => _n = HashCode.Combine(irq.Vector, _key); //! TH2017

    [MsiVector(8)]
    private void HashesTag(in Interrupt irq) => _n = HashCode.Combine(irq.Vector, Vendor.Level.High);

    [MsiVector(9)]
    private void EmptyOfForeign(in Interrupt irq)
    {
        _kept = default(Vendor.Key?);
        _kept = Array.Empty<Vendor.Key>();
    }
}
//--- library
namespace Vendor
{
    public enum Level
    {
        Low,
        High,
    }

    public static class Limits
    {
        public const int Size = 4;
        public static readonly int[] Table = new int[Size];
    }

    public struct Key
    {
        public int Value;
        public int Other;
    }

    public struct Tag : System.IEquatable<Tag>
    {
        public int Value;

        public bool Equals(Tag other) => Value == other.Value;

        public override bool Equals(object? obj) => obj is Tag tag && Equals(tag);

        public override int GetHashCode() => Value;
    }

    public sealed class Part
    {
    }

    public sealed class Safe
    {
        [TopHalf.InterruptSafe]
        public int Count(int n) => n + 1;
    }

    public static class Helper
    {
        public static int Count(int n) => n + 1;
    }
}
