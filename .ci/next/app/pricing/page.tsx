export default function Pricing() {
  return <h2>Pricing</h2>
}
