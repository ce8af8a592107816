using CsCheck;

namespace OrleansMixi.Timelines;

public sealed class NumberSetTests
{
    [Fact]
    public void A_set_of_numbers_behaves_like_a_sorted_set() =>
        Gen.Select(Gen.Bool, Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, 100_000], Gen.Const(int.MaxValue - 1))).Array[0, 200].Sample(steps =>
        {
            var set = default(NumberSet);
            var model = new SortedSet<int>();
            foreach (var (add, number) in steps)
            {
                Assert.Equal(add ? model.Add(number) : model.Remove(number), add ? set.Add(number) : set.Remove(number));
                Assert.Equal(model.Contains(number), set.Contains(number));
                var numbers = new int[set.Count];
                set.CopyTo(numbers);
                Assert.Equal(model, numbers);
            }
        });
}
